/** Words of the description, in which `code` stands between backticks. */
export const Words = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
);

export const Prose = ({ text }: { text: string }) => (
  <p>
    <Words text={text} />
  </p>
);
