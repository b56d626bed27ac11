import type { PasswordDoor } from '../../queries/app-passwords.ts';
import type { ApiDeps } from '../deps.ts';

/** What the calendar server is made of. */
export interface DavDeps extends ApiDeps {
  passwords: PasswordDoor;
}
