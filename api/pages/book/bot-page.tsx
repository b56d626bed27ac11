import { useReader } from '../reader.ts';
import { hrefOf } from './address.ts';
import type { BookingPage } from './context.ts';
import { BookingFrame } from './frame.tsx';

/** For a program that filled in what people do not see. Should it be a person after all, they learn what to do. */
export function BotPage({ page }: { page: BookingPage }) {
  const reader = useReader();
  const { t } = reader;
  return (
    <BookingFrame page={page} title={t('page.book.bot.title')}>
      <div class="sheet stack-l">
        <div class="heading">
          <h1>{t('page.book.bot.title')}</h1>
          <p class="lead">{t('page.book.bot.lead')}</p>
        </div>
        <div class="actions">
          <a class="button" href={hrefOf(page.asked, reader)}>
            {t('page.book.bot.again')}
          </a>
        </div>
      </div>
    </BookingFrame>
  );
}
