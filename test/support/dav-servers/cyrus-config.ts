/** @param directory belongs to Cyrus' own user */
export const imapdConf = (directory: string): string => `
configdirectory: ${directory}/conf
proc_path: ${directory}/run/proc
mboxname_lockpath: ${directory}/run/lock
defaultpartition: default
partition-default: ${directory}/spool
idlesocket: ${directory}/run/idle
lmtpsocket: ${directory}/run/lmtp
notifysocket: ${directory}/run/notify
syslog_prefix: parley-peer
admins: cyrus
altnamespace: no
unixhierarchysep: no
allowplaintext: yes
sasl_mech_list: PLAIN
sasl_pwcheck_method: alwaystrue
autocreate_quota: 0
autocreate_users: anyone
autocreate_post: yes
httpmodules: caldav
caldav_historical_age: -1
caldav_create_attach: no
conversations: no
`;

export const cyrusConf = (ports: { http: number; imap: number }, imapd: string): string => `
START {
  recover cmd="/usr/lib/cyrus/bin/ctl_cyrusdb -C ${imapd} -r"
}
SERVICES {
  imap cmd="imapd -C ${imapd}" listen="127.0.0.1:${ports.imap}" prefork=0
  http cmd="httpd -C ${imapd}" listen="127.0.0.1:${ports.http}" prefork=4 maxchild=100
}
EVENTS {
}
`;
