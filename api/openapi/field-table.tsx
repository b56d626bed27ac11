import type { FieldRow } from './field-rows.ts';
import { Words } from './prose.tsx';

/** What a call takes or answers, a row a field; nothing where there are none. */
export function FieldTable({ caption, rows }: { caption: string; rows: readonly FieldRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div class="fields" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code>{row.name}</code>
                {row.required ? null : <span class="optional"> optional</span>}
              </th>
              <td>
                {row.type}
                {row.limits === '' ? null : <span class="limits">{row.limits}</span>}
              </td>
              <td>
                <Words text={row.means} />
              </td>
              <td>{row.example === null ? null : <code>{row.example}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
