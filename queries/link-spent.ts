/** A meeting was booked with the link, which is for one alone. */
export class LinkSpent extends Error {
  constructor() {
    super('the link is spent');
    this.name = 'LinkSpent';
  }
}
