/** Another one has the slug where it has to be the only one. */
export class SlugTaken extends Error {
  constructor() {
    super('the slug is taken');
    this.name = 'SlugTaken';
  }
}
