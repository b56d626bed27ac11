import type { ComponentChildren } from 'preact';
import { bookingScript, workScript } from '../design/assets.ts';
import { Layout } from '../layout.tsx';
import type { BookingPage } from './context.ts';

interface BookingFrameProps {
  page: Pick<BookingPage, 'member' | 'frame'>;
  title: string;
  wide?: boolean;
  /** It has a form that asks for proof of work. */
  works?: boolean;
  children: ComponentChildren;
}

/** The frame of the booking pages; in another site's it tells that one how high it is. */
export const BookingFrame = ({
  page: { member, frame },
  title,
  wide = false,
  works = false,
  children,
}: BookingFrameProps) => (
  <Layout
    title={title}
    productName={member.tenantProductName}
    wide={wide}
    framed={frame !== null}
    head={
      <>
        {frame !== null && <script type="module" src={bookingScript.url} data-site={frame} />}
        {works && <script type="module" src={workScript.url} />}
      </>
    }
  >
    {children}
  </Layout>
);
