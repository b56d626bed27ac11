import { roomScript } from '../design/assets.ts';

/** What the pages of rooms need besides the script of every page. */
export const RoomScript = () => <script type="module" src={roomScript.url} />;
