import { z } from 'zod';

/** What a browser is told of a field, so that it says what is wrong before anything is sent. */
export interface Constraints {
  required?: boolean;
  maxLength?: number;
}

/** The fields that people fill in of one form. */
export interface FormDefinition<S extends z.ZodObject = z.ZodObject> {
  /** Of the fields as text, trimmed; an unchecked box is none. */
  schema: S;
  constraints: Readonly<Record<string, Constraints>>;
}

/** A form from the schema of what it submits: what the schema asks of each field, its browser is told, too. */
export function defineForm<S extends z.ZodObject>(schema: S): FormDefinition<S> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const constraints = Object.entries(properties).map(([name, property]): [string, Constraints] => [
    name,
    {
      ...(required.includes(name) && { required: true }),
      ...(typeof property === 'object' &&
        property.maxLength !== undefined && { maxLength: property.maxLength }),
    },
  ]);
  return { schema, constraints: Object.fromEntries(constraints) };
}
