import { expect, it } from 'vitest';
import { PROP, ROWS, TEXT, WHO, type Place, type Who } from './support/access-table.ts';
import { DavClient } from './support/client.ts';
import { event, onCalendars, type DavUser } from './support/stage.ts';

onCalendars('who may do what with a calendar', (stage) => {
  let shared: { owner: DavUser; asking: Record<Exclude<Who, 'nobody'>, DavUser> } | null = null;

  const ace = ({ principal }: DavUser, privileges: string) =>
    `<D:ace><D:principal><D:href>${principal}</D:href></D:principal><D:grant>${privileges
      .split(' ')
      .map((name) => `<D:privilege><${name}/></D:privilege>`)
      .join('')}</D:grant></D:ace>`;

  async function people() {
    if (shared) return shared;
    const [owner, writer, reader, freeBusy, stranger] = (await stage.addUsers(5)) as [
      DavUser,
      DavUser,
      DavUser,
      DavUser,
      DavUser,
    ];
    const elsewhere = await stage.api.addTenant('elsewhere');
    const foreigner = await stage.addUser({ tenantId: elsewhere.id });
    // Nobody but those who are named sees when she is free.
    await owner.client.xml('ACL', owner.calendar, 'D:acl', '');
    shared = { owner, asking: { owner, writer, reader, freeBusy, stranger, foreigner } };
    return shared;
  }

  /** A calendar of the owner's with one object. */
  async function place(who: Who, name: string): Promise<Place> {
    const { owner, asking } = await people();
    const { writer, reader, freeBusy } = asking;
    const calendar = `${owner.home}${name}/`;
    await owner.client.xml('MKCALENDAR', calendar, 'C:mkcalendar', '');
    const grants = [ace(writer, 'D:read D:write'), ace(reader, 'D:read'), ace(freeBusy, 'C:read-free-busy')];
    await owner.client.xml('ACL', calendar, 'D:acl', grants.join(''));
    const object = `${calendar}one.ics`;
    await owner.client.put(object, event('one'));
    const user = who === 'nobody' ? owner : asking[who];
    const client = who === 'nobody' ? new DavClient(stage.api.url, owner.id, 'wrong') : user.client;
    return {
      client,
      home: owner.home,
      calendar,
      object,
      principal: owner.principal,
      own: who === 'owner' ? calendar : user.calendar,
    };
  }

  it.each(ROWS)('%s', async (what, ask, answers) => {
    const { owner } = await people();
    const found: Partial<Record<Who, number>> = {};
    for (const [index, who] of WHO.entries()) {
      const name = `C${ROWS.findIndex(([other]) => other === what)}-${index}`;
      const at = await place(who, name);
      const answer = await ask(at);
      found[who] = answer.status;
      if (answer.status >= 400) expect(answer.text, who).not.toContain('Review');
      await owner.client.delete(`${owner.home}NEW/`);
      await owner.client.delete(at.calendar);
      if (who !== 'owner')
        for (const left of ['copy', 'move', 'mine']) await at.client.delete(`${at.own}${left}.ics`);
    }
    expect(found).toEqual(Object.fromEntries(WHO.map((who, index) => [who, answers[index]])));
  });

  it('calendar-multiget names objects of what may be read alone', async () => {
    for (const who of ['writer', 'reader', 'freeBusy', 'stranger', 'foreigner'] as const) {
      const { client, own, object } = await place(who, `M-${who}`);
      const [told] = await client.report(own, 'C:calendar-multiget', `${PROP}<D:href>${object}</D:href>`);
      expect([who, told?.status], who).toEqual([who, ['writer', 'reader'].includes(who) ? null : 404]);
    }
  });

  it('a home shows of its calendars those that its reader may read', async () => {
    const { owner, asking } = await people();
    await place('owner', 'SHOWN');
    for (const who of ['writer', 'reader', 'freeBusy', 'stranger'] as const) {
      const listed = (await asking[who].client.propfind(owner.home, ['D:displayname'], 1)).map(
        ({ href }) => href,
      );
      expect(listed.includes(`${owner.home}SHOWN/`), who).toBe(['writer', 'reader'].includes(who));
    }
  });

  it('an outbox tells when its owner has no time to those who may see it, and to nobody else', async () => {
    const { owner, asking } = await people();
    await place('owner', 'DOOR');
    const answers: Record<string, [string | undefined, boolean]> = {};
    for (const who of ['writer', 'reader', 'freeBusy', 'stranger', 'foreigner'] as const) {
      const { client, home, email } = asking[who];
      const body = [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VFREEBUSY', 'UID:door'],
        ...['DTSTAMP:20261101T000000Z', 'DTSTART:20270301T000000Z', 'DTEND:20270302T000000Z'],
        ...[
          `ORGANIZER:mailto:${email}`,
          `ATTENDEE:mailto:${owner.email}`,
          'END:VFREEBUSY',
          'END:VCALENDAR',
          '',
        ],
      ].join('\r\n');
      const { text } = await client.send('POST', `${home}outbox/`, { headers: TEXT, body });
      answers[who] = [/<C:request-status>(\d\.\d)/.exec(text)?.[1], text.includes('20270301T100000Z')];
    }
    expect(answers).toEqual({
      writer: ['2.0', true],
      reader: ['2.0', true],
      freeBusy: ['2.0', true],
      stranger: ['3.8', false],
      foreigner: ['5.1', false],
    });
  });
});
