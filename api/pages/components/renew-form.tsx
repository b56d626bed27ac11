import { useReader } from '../reader.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';

interface RenewFormProps {
  token: string;
  zone?: string | undefined;
  quiet?: boolean;
}

/** Asks for a fresh link; it goes by mail to the address that the old one was made for, which stays unsaid. */
export const RenewForm = ({ token, zone, quiet = false }: RenewFormProps) => {
  const { t } = useReader();
  return (
    <div class="stack">
      <Form action="/links/renew" carried={{ t: token, zone }}>
        <div class="actions">
          <Button look={quiet ? 'quiet' : undefined}>{t('page.renew.button')}</Button>
        </div>
      </Form>
      <p class="small muted">{t('page.renew.hint')}</p>
    </div>
  );
};
