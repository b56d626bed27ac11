import { Button } from '../../forms/button.tsx';
import { useReader } from '../../reader.ts';
import type { TypedBlock } from './typed.ts';

interface BlocksProps {
  /** Begins the names of its fields. */
  prefix: string;
  /** What they are of, for who cannot see it: as in “Monday”. */
  of: string;
  blocks: readonly TypedBlock[];
  /** What is wrong, by the place of the block. */
  wrong?: ReadonlyMap<number, string> | undefined;
  /** What is said where there is none. */
  none: string;
}

/** Blocks of a day, “from” and “until”, with buttons for one more and one less that need no script. */
export function Blocks({ prefix, of, blocks, wrong, none }: BlocksProps) {
  const { t } = useReader();
  return (
    <div class="blocks" data-blocks={prefix}>
      <p class="small muted" data-none="" hidden={blocks.length > 0}>
        {none}
      </p>
      <ul>
        {blocks.map((block, at) => (
          <Row prefix={prefix} of={of} at={String(at)} block={block} problem={wrong?.get(at)} />
        ))}
      </ul>
      <template>
        <Row prefix={prefix} of={of} at="N" block={{ from: '', until: '' }} />
      </template>
      <Button look="quiet compact" name="do" value={`add ${prefix}`} formNoValidate data-add="">
        {t('page.host.hours.add')} <span class="visually-hidden">{of}</span>
      </Button>
    </div>
  );
}

/** Blocks that belong to no day of the week, with what is wrong about them; there is a row to fill in from the beginning. */
export function BlocksOfDay({
  blocks,
  problem,
}: {
  blocks: readonly TypedBlock[];
  problem: string | undefined;
}) {
  const { t } = useReader();
  return (
    <>
      <Blocks
        prefix="w"
        of=""
        blocks={blocks.length === 0 ? [{ from: '', until: '' }] : blocks}
        wrong={problem === undefined ? undefined : new Map([[0, problem]])}
        none={t('page.host.days.noTimes')}
      />
    </>
  );
}

interface RowProps {
  prefix: string;
  of: string;
  at: string;
  block: TypedBlock;
  problem?: string | undefined;
}

function Row({ prefix, of, at, block, problem }: RowProps) {
  const { t } = useReader();
  const id = `${prefix}.${at}`;
  const invalid = problem && { 'aria-invalid': true, 'aria-describedby': `${id}-error`, 'data-focus': '' };
  return (
    <li>
      {(['from', 'until'] as const).map((end) => (
        <span class="field">
          <label for={`${id}.${end}`}>
            {t(`page.host.hours.${end}`)} <span class="visually-hidden">{of}</span>
          </label>
          <input
            type="time"
            id={`${id}.${end}`}
            name={`${id}.${end}`}
            value={block[end]}
            autocomplete="off"
            {...invalid}
          />
        </span>
      ))}
      <Button
        look="quiet compact"
        name="do"
        value={`remove ${id.replace('.', ' ')}`}
        formNoValidate
        data-remove=""
      >
        {t('page.host.hours.remove')} <span class="visually-hidden">{of}</span>
      </Button>
      {problem && (
        <p class="error" id={`${id}-error`} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

/** What Enter in a field presses: the first button of its form. */
export const EnterPresses = ({ value }: { value: string }) => (
  <button class="visually-hidden" type="submit" name="do" value={value} tabIndex={-1} aria-hidden="true" />
);
