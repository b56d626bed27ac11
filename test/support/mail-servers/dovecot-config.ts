import { userInfo } from 'node:os';
import { MAIL_PASSWORD } from './mailboxes.ts';

export interface DovecotSettings {
  directory: string;
  imapPort: number;
  lmtpPort: number;
  /** See tokens.ts. */
  tokenInfoUrl: string;
  /** Lines at the end, which count more than what stands before. */
  extra?: string;
}

/**
 * A Dovecot of one's own: every address is a mailbox, made when it is first used; IMAP and LMTP on loopback.
 * As root it keeps mail as the user `mail`, because it lets nobody read mail as root.
 */
export function dovecotConfig(settings: DovecotSettings): string {
  const { directory } = settings;
  return `
protocols = imap lmtp
listen = 127.0.0.1
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
${users()}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_username_format = %Lu
# A wrong password is answered at once, and many connections come from one address.
auth_failure_delay = 0
mail_max_userip_connections = 1000
recipient_delimiter = +
mail_location = maildir:~/Maildir
mail_home = ${directory}/mail/%Ld/%Ln
lmtp_save_to_detail_mailbox = no

passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${directory}/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=${MAIL_PASSWORD}
}
userdb {
  driver = static
  args = allow_all_users=yes
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${settings.imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${settings.lmtpPort}
  }
}
service anvil {
  chroot =
  # All tests have one address: a wrong password in one of them would make the others wait.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${settings.extra ?? ''}
`;
}

export const oauth2Config = (tokenInfoUrl: string): string => `
tokeninfo_url = ${tokenInfoUrl}
username_attribute = email
`;

function users(): string {
  if (process.getuid?.() === 0) {
    return 'mail_uid = mail\nmail_gid = mail\nfirst_valid_uid = 1\nfirst_valid_gid = 1';
  }
  const { username, uid, gid } = userInfo();
  return [
    `default_internal_user = ${username}`,
    `default_login_user = ${username}`,
    `default_internal_group = ${gid}`,
    `mail_uid = ${uid}`,
    `mail_gid = ${gid}`,
    `first_valid_uid = 1`,
    `first_valid_gid = 1`,
  ].join('\n');
}
