import type { ComponentChildren } from 'preact';
import { Layout } from '../layout.tsx';

interface MessagePageProps {
  title: string;
  productName: string;
  /** What the page is about, above the title. */
  about?: string | undefined;
  badge?: { kind: 'good' | 'bad' | 'warn' | ''; text: string } | undefined;
  lead?: ComponentChildren;
  head?: ComponentChildren;
  foot?: ComponentChildren;
  children?: ComponentChildren;
}

/** A page that mostly says one thing. */
export const MessagePage = ({ title, about, badge, lead, children, ...frame }: MessagePageProps) => (
  <Layout title={title} {...frame}>
    <div class="sheet stack-l">
      <div class="heading">
        {badge && <p class={`badge ${badge.kind}`}>{badge.text}</p>}
        {about && <p class="eyebrow">{about}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children}
    </div>
  </Layout>
);
