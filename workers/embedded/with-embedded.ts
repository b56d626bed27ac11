import type { Config } from '../../config/index.ts';
import type { Connections } from './connections.ts';

const LOOPBACK = '127.0.0.1';

/** The resolved configuration: every part of the program sees addresses, and none knows which parts are embedded. */
export function withEmbedded(config: Config, stack: Connections): Config {
  return {
    ...config,
    databaseUrl: stack.databaseUrl,
    temporal: {
      ...config.temporal,
      address: stack.temporalAddress,
      uiUrl: config.temporal.uiUrl ?? stack.temporalUiUrl,
    },
    mail: {
      ...config.mail,
      smtpUrl: stack.smtpUrl,
      dkim: { ...config.mail.dkim, ...(stack.dkimKeyFile !== undefined && { keyFile: stack.dkimKeyFile }) },
    },
    secretKey: stack.secretKey,
    ...(stack.catches && {
      incomingMail: withinThisMachine(config.incomingMail),
      smtpIn: config.smtpIn.hostIsDefault ? { ...config.smtpIn, host: LOOPBACK } : config.smtpIn,
    }),
  };
}

/** Where no mail leaves, none comes from outside: nobody has to prove who they are, unless it was asked for. */
function withinThisMachine(incoming: Config['incomingMail']): Config['incomingMail'] {
  const { auth, recipientDomains } = incoming;
  return {
    ...incoming,
    recipientDomains: recipientDomains === 'tenants' ? 'any' : recipientDomains,
    auth: auth.modeIsDefault ? { ...auth, mode: 'off' } : auth,
  };
}
