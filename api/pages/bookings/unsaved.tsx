import { useReader } from '../reader.ts';

/** Shown by the script while a form with `data-keep` has changes that are not saved. */
export const Unsaved = () => {
  const { t } = useReader();
  return <span class="badge warn" role="status" data-unsaved={t('page.host.unsaved')} hidden />;
};
