import type { ComponentChildren } from 'preact';
import { bookingScript } from '../design/assets.ts';
import { Layout } from '../layout.tsx';
import type { BookingPage } from './context.ts';

interface BookingFrameProps {
  page: Pick<BookingPage, 'member' | 'frame'>;
  title: string;
  wide?: boolean;
  children: ComponentChildren;
}

/** The frame of the booking pages; in another site's it tells that one how high it is. */
export const BookingFrame = ({
  page: { member, frame },
  title,
  wide = false,
  children,
}: BookingFrameProps) => (
  <Layout
    title={title}
    productName={member.tenantProductName}
    wide={wide}
    framed={frame !== null}
    head={frame === null ? undefined : <script type="module" src={bookingScript.url} data-site={frame} />}
  >
    {children}
  </Layout>
);
