import { BOUNCING_DOMAIN } from './mailboxes.ts';

export interface PostfixSettings {
  directory: string;
  smtpPort: number;
  /** Where everything that can be delivered goes. */
  lmtpPort: number;
}

/**
 * A Postfix of one's own that asks no DNS: all mail goes to Dovecot by LMTP, and mail for one domain bounces after
 * it was taken. What fails for a while is tried again within seconds.
 */
export const mainCf = ({ directory, lmtpPort }: PostfixSettings): string => `
compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
myhostname = mail.parley.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
disable_dns_lookups = yes
smtp_host_lookup = native
lmtp_host_lookup = native
smtpd_relay_restrictions = permit_mynetworks, reject
# Else mail that is going to bounce would not be taken in the first place.
smtpd_reject_unlisted_recipient = no
append_dot_mydomain = no
recipient_delimiter = +
alias_maps =
alias_database =
local_recipient_maps =
default_transport = lmtp:inet:127.0.0.1:${lmtpPort}
transport_maps = inline:{ { ${BOUNCING_DOMAIN} = error:5.1.1 there is nobody of this name } }
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
transport_retry_time = 1s
max_idle = 5s
message_size_limit = 60000000
mailbox_size_limit = 0
smtpd_client_connection_count_limit = 0
default_process_limit = 20
`;

/** As Debian's, without chroot, on a port of loopback, and without what is of no use here. */
export const masterCf = ({ smtpPort }: PostfixSettings): string => `
127.0.0.1:${smtpPort} inet n - n - - smtpd
pickup    unix  n - n 60  1 pickup
cleanup   unix  n - n -   0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n -   - trivial-rewrite
bounce    unix  - - n -   0 bounce
defer     unix  - - n -   0 bounce
trace     unix  - - n -   0 bounce
verify    unix  - - n -   1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -   - proxymap
smtp      unix  - - n -   - smtp
relay     unix  - - n -   - smtp
lmtp      unix  - - n -   - lmtp
showq     unix  n - n -   - showq
error     unix  - - n -   - error
retry     unix  - - n -   - error
discard   unix  - - n -   - discard
local     unix  - n n -   - local
virtual   unix  - n n -   - virtual
anvil     unix  - - n -   1 anvil
scache    unix  - - n -   1 scache
postlog   unix-dgram n - n - 1 postlogd
`;
