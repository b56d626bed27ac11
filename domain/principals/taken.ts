/** The address is another principal's of the tenant. */
export class AddressTaken extends Error {
  constructor() {
    super('the address is another principal’s');
    this.name = 'AddressTaken';
  }
}

/** Another room, of whichever tenant, has the name. */
export class RoomNameTaken extends Error {
  constructor() {
    super('the name of the room is taken');
    this.name = 'RoomNameTaken';
  }
}
