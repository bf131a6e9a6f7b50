import { Body, Container, Head, Heading, Html, Link, Text } from '@react-email/components';
import { darkSheet, styles } from './styles.ts';

/** A short letter with one link. */
export function Note(props: {
  readonly language: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly href: string };
}) {
  const { language, subject, lines, link } = props;
  const [first, ...others] = lines;
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{darkSheet}</style>
      </Head>
      <Body className="paper" style={styles.body}>
        <Container className="paper" style={styles.container}>
          <Heading as="h1" className="ink" style={styles.finding}>
            {subject}
          </Heading>
          <Text className="ink" style={styles.text}>
            {first}
          </Text>
          <Text className="ink" style={styles.text}>
            <Link href={link.href} className="link" style={styles.link}>
              {link.label}
            </Link>
          </Text>
          {others.map((line) => (
            <Text key={line} className="quiet" style={styles.quiet}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  );
}
