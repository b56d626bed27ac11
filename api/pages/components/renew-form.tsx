interface RenewFormProps {
  token: string;
  zone?: string | undefined;
  quiet?: boolean;
}

/** Asks for a fresh link; it goes by mail to the address that the old one was made for, which stays unsaid. */
export const RenewForm = ({ token, zone, quiet = false }: RenewFormProps) => (
  <div class="stack">
    <form method="post" action="/links/renew">
      <input type="hidden" name="t" value={token} />
      {zone && <input type="hidden" name="zone" value={zone} />}
      <div class="actions">
        <button class={quiet ? 'button quiet' : 'button'} type="submit">
          Request new time
        </button>
      </div>
    </form>
    <p class="small muted">
      We mail you a fresh link, to the address that your invitation went to. It works once and for 48 hours.
    </p>
  </div>
);
