import { MOST_QUESTIONS } from '../../../../domain/booking/event-type-rules.ts';
import { QUESTION_KINDS } from '../../../../domain/booking/event-type.ts';
import { Field, TextArea } from '../../forms/field.tsx';
import { useForm } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { rowsIn } from './fields.ts';
import { Box } from './parts.tsx';

const WORDS = { text: 'text', 'long-text': 'longText', choice: 'choice', phone: 'phone' } as const;

/** What guests are asked: a group of fields each, and an empty one for one more. */
export function Questions() {
  const { t } = useReader();
  const { again } = useForm();
  const typed = again?.typed ?? {};
  const rows = Math.min(rowsIn(typed, 'questions', MOST_QUESTIONS) + 1, MOST_QUESTIONS);
  return (
    <fieldset class="stack">
      <legend class="legend">{t('page.host.field.questions')}</legend>
      <p class="hint">{t('page.host.field.questionsHint')}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div class="asked asking">
          <input type="hidden" name={`questions.${at}.key`} value={typed[`questions.${at}.key`] ?? ''} />
          <Field
            name={`questions.${at}.label`}
            label={t('page.host.field.question', { at: at + 1 })}
            maxLength={200}
            autocomplete="off"
          />
          <Select
            name={`questions.${at}.kind`}
            label={t('page.host.field.answer')}
            options={QUESTION_KINDS.map((value) => ({
              value,
              label: t(`page.host.question.${WORDS[value]}`),
            }))}
            value="text"
          />
          <div class="of-choice">
            <TextArea
              name={`questions.${at}.options`}
              label={t('page.host.field.options')}
              hint={t('page.host.field.optionsHint')}
            />
          </div>
          <Box name={`questions.${at}.required`} label={t('page.host.field.required')} />
        </div>
      ))}
    </fieldset>
  );
}
