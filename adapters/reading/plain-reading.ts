import type { InstanceName } from '../../activities/feed/ports.ts';
import { NotAsked } from '../../activities/feed/reading.ts';
import type { FeedInstance } from '../../domain/feeds/instances.ts';
import type { RoomReading } from '../../domain/feeds/read-room.ts';

interface PlainInstance extends Omit<FeedInstance, 'raw'> {
  /** Which of `texts` is its VEVENT. */
  text: number;
}

/** What a feed says of a room, as data that comes out of a thread. */
export interface PlainReading extends Omit<RoomReading, 'instances' | 'find' | 'has'> {
  instances: PlainInstance[];
  /** What there is of the instances that were asked for; those of the window need no answer. */
  found: Map<string, PlainInstance | null>;
  uids: Set<string>;
  texts: string[];
}

/** Answers beforehand what the reading would be asked. */
export function plainReading(reading: RoomReading, asked: readonly InstanceName[]): PlainReading {
  const { instances, matches, nextStartMs, problems, name, events, broken, doubtful, readAgainMs } = reading;
  const numbers = new Map<string, number>();
  const plain = ({ raw, ...instance }: FeedInstance): PlainInstance => {
    const text = raw();
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return { ...instance, text: number };
  };
  const ofWindow = instances.map(plain);
  const near = new Set(instances.map(keyOf));
  const found = asked
    .filter((name) => !near.has(keyOf(name)))
    .map((name) => {
      const instance = reading.find(name.uid, name.recurrenceId);
      return [keyOf(name), instance && plain(instance)] as const;
    });
  return {
    ...{ matches, nextStartMs, problems, name, events, broken, doubtful, readAgainMs },
    instances: ofWindow,
    found: new Map(found),
    uids: new Set([...instances, ...asked].map(({ uid }) => uid).filter((uid) => reading.has(uid))),
    texts: [...numbers.keys()],
  };
}

/** The reading again. `find` and `has` know what was asked and what is in the window; `find` throws NotAsked for else. */
export function readingOf({ instances, found, uids, texts, ...rest }: PlainReading): RoomReading {
  const whole = ({ text, ...instance }: PlainInstance): FeedInstance => ({
    ...instance,
    raw: () => texts[text] ?? '',
  });
  return {
    ...rest,
    instances: instances.map(whole),
    find(uid, recurrenceId) {
      const instance = found.get(keyOf({ uid, recurrenceId }));
      if (instance === undefined) throw new NotAsked();
      return instance && whole(instance);
    },
    has: (uid) => uids.has(uid),
  };
}

const keyOf = ({ uid, recurrenceId }: InstanceName): string => `${recurrenceId} ${uid}`;
