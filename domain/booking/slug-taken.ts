/** Another one has the slug where it has to be the only one. */
export class SlugTaken extends Error {
  /** Whose: a member's among those of everybody, or an event type's among those of its owner. */
  readonly of: 'member' | 'event-type';

  constructor(of: SlugTaken['of']) {
    super('the slug is taken');
    this.name = 'SlugTaken';
    this.of = of;
  }
}
