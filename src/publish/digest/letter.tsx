import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';
import { type DigestPerson, uncheckedWord } from '../../domain/index.ts';
import { changeText, frontPageText, gapsOfBoth, intervalText, type LetterModel } from './model.ts';
import type { LetterPicture } from './pictures.ts';
import { darkSheet, styles } from './styles.ts';

interface LetterProps {
  readonly model: LetterModel;
  readonly pictures: readonly LetterPicture[];
  /** Where a picture is found: `cid:` in a letter, an address on the web. */
  readonly pictureAt: (name: string) => string;
  /** The reader's link that ends the letters; null on the web. */
  readonly leaveAt: string | null;
}

/** The weekly letter: one column, whole without its pictures, in the dark, on a telephone. */
export function Letter(props: LetterProps) {
  const { model } = props;
  const { language, content, words, finding } = model;
  return (
    <Html lang={language}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{model.subject}</title>
        <style>{darkSheet}</style>
      </Head>
      <Preview>{finding}</Preview>
      <Body className="paper" style={styles.body}>
        <Container className="paper" style={styles.container}>
          <Heading as="h1" className="ink" style={styles.finding}>
            {finding}
          </Heading>
          {content.demo ? (
            <Text className="fiction" style={styles.fiction}>
              {words.fiction}
            </Text>
          ) : null}
          <Quiet>{`${words.name} · ${model.period}`}</Quiet>
          <Shares {...props} />
          <Changes model={model} />
          <FrontPages {...props} />
          <Gaps model={model} />
          <Corrections model={model} />
          <Evidence model={model} />
          <Foot {...props} />
        </Container>
      </Body>
    </Html>
  );
}

function Title({ children }: { readonly children: ReactNode }) {
  return (
    <Heading as="h2" className="ink" style={styles.title}>
      {children}
    </Heading>
  );
}

function Plain({ children }: { readonly children: ReactNode }) {
  return (
    <Text className="ink" style={styles.text}>
      {children}
    </Text>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return (
    <Text className="quiet" style={styles.quiet}>
      {children}
    </Text>
  );
}

function Anchor(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={props.href} className="link" style={styles.link}>
      {props.children}
    </Link>
  );
}

function Picture(props: LetterProps & { readonly name: string }) {
  const picture = props.pictures.find(({ name }) => name === props.name);
  if (!picture) return null;
  return (
    <Img
      src={props.pictureAt(picture.name)}
      alt={picture.alt}
      width={picture.width}
      height={picture.height}
      className="ink"
      style={styles.picture}
    />
  );
}

function Shares(props: LetterProps) {
  const { model } = props;
  const { words, formats, content } = model;
  if (model.persons.length === 0) return null;
  const audited = formats.count(content.audited);
  const hasBefore = model.persons.some(({ shareBefore }) => shareBefore !== null);
  return (
    <Section>
      <Plain>
        {words.basis({
          withPersons: formats.count(content.itemsWithPersons),
          items: formats.count(content.itemsCaptured),
          outlets: content.outlets,
        })}
      </Plain>
      <Title>{words.shares}</Title>
      <Quiet>{words.sharesNote(model.hasCorrected, hasBefore)}</Quiet>
      <Picture {...props} name="shares.png" />
      <Row style={styles.row}>
        <Column className="rule quiet" style={styles.headName}>
          {words.person}
        </Column>
        <Column className="rule quiet" style={styles.headNumber}>
          {words.thisWeek}
        </Column>
        <Column className="rule quiet" style={styles.headNumber}>
          {words.weekBefore}
        </Column>
      </Row>
      {model.persons.map((person) => (
        <PersonRow key={person.personId} person={person} model={model} />
      ))}
      {model.morePersons > 0 ? <Quiet>{words.more(model.morePersons)}</Quiet> : null}
      <Quiet>
        {model.hasCorrected
          ? words.correctedNote(audited)
          : words.auditNote(audited, formats.count(content.auditNeeded))}
      </Quiet>
    </Section>
  );
}

function PersonRow({ person, model }: { person: DigestPerson; model: LetterModel }) {
  const { words, formats, links } = model;
  const { corrected } = person;
  return (
    <Row style={styles.row}>
      <Column className="rule ink" style={styles.name}>
        <Anchor href={links.person(person.personId)}>{person.name}</Anchor>
        {person.post === null ? null : (
          <span className="quiet" style={styles.small}>
            {person.unchecked ? `${person.post} (${uncheckedWord[model.language]})` : person.post}
          </span>
        )}
      </Column>
      <Column className="rule ink" style={styles.number}>
        {formats.percent(person.share)}
        {corrected === null ? null : (
          <span className="quiet" style={styles.small}>
            {`${words.corrected} ${formats.percent(corrected.value)}`}
            <br />
            <span style={styles.unbroken}>{`(${intervalText(person, model) ?? ''})`}</span>
          </span>
        )}
        <span className="quiet" style={styles.small}>
          {words.items(person.items, formats.count(person.items))}
        </span>
      </Column>
      <Column className="rule quiet" style={styles.number}>
        {formats.percent(person.shareBefore)}
      </Column>
    </Row>
  );
}

function Changes({ model }: { readonly model: LetterModel }) {
  const { words, content, rises, falls } = model;
  if (content.itemsCaptured === 0) return null;
  const changed = [...rises, ...falls];
  const isKnown = content.persons.some(({ shareBefore }) => shareBefore !== null);
  const gapDays = gapsOfBoth(content);
  return (
    <Section>
      <Title>{words.changes}</Title>
      {changed.map((person) => (
        <Plain key={person.personId}>{changeText(person, model)}</Plain>
      ))}
      {changed.length === 0 ? (
        <Plain>{isKnown ? words.noChanges : words.changesUnknown}</Plain>
      ) : null}
      {changed.length > 0 && gapDays > 0 ? <Quiet>{words.changesCaution(gapDays)}</Quiet> : null}
    </Section>
  );
}

function FrontPages(props: LetterProps) {
  const { model } = props;
  const { words, onFrontPages } = model;
  return (
    <Section>
      <Title>{words.frontPages}</Title>
      {onFrontPages.length === 0 ? (
        <Plain>{words.frontPagesNone}</Plain>
      ) : (
        <>
          <Quiet>{words.frontPagesNote}</Quiet>
          <Picture {...props} name="front-pages.png" />
          {onFrontPages.map((person) => (
            <Plain key={person.personId}>{frontPageText(person, model)}</Plain>
          ))}
        </>
      )}
    </Section>
  );
}

function Gaps({ model }: { readonly model: LetterModel }) {
  const { words, formats, content, links } = model;
  const { gapDays, gapDaysBefore, outletDays } = content;
  return (
    <Section>
      <Title>{words.gaps}</Title>
      <Plain>
        {gapDays === 0
          ? words.noGaps
          : words.gapsOf({
              days: gapDays,
              of: formats.count(outletDays),
              before: gapDaysBefore,
            })}{' '}
        <Anchor href={links.gaps}>{words.gapsLink}</Anchor>
      </Plain>
    </Section>
  );
}

function Corrections({ model }: { readonly model: LetterModel }) {
  const { words, content, links } = model;
  const { corrections } = content;
  return (
    <Section>
      <Title>{words.corrections}</Title>
      <Plain>
        {corrections === 0 ? words.noCorrections : words.correctionsOf(corrections)}{' '}
        <Anchor href={links.corrections}>{words.correctionsLink}</Anchor>
      </Plain>
    </Section>
  );
}

function Evidence({ model }: { readonly model: LetterModel }) {
  const { words, content, links } = model;
  return (
    <Section>
      <Title>{words.evidence}</Title>
      <Plain>
        <Anchor href={links.figures}>{words.figuresLink}</Anchor>
        <br />
        <Anchor href={links.data}>{words.dataLink}</Anchor>
        <br />
        <Anchor href={links.accuracy}>{words.accuracyLink}</Anchor>
      </Plain>
      <Plain>
        {words.method(content.methodVersion)}{' '}
        <Anchor href={links.method}>{words.methodLink}</Anchor>
      </Plain>
    </Section>
  );
}

function Foot({ model, leaveAt }: LetterProps) {
  const { words, links } = model;
  return (
    <Section>
      <Hr className="rule" style={styles.rule} />
      <Quiet>{words.boundary}</Quiet>
      <Quiet>
        {leaveAt === null ? (
          <Anchor href={links.other}>{words.otherLink}</Anchor>
        ) : (
          <Anchor href={links.own}>{words.ownLink}</Anchor>
        )}
        <br />
        <Anchor href={links.archive}>{words.archiveLink}</Anchor>
      </Quiet>
      {leaveAt === null ? null : (
        <Quiet>
          {words.why} <Anchor href={leaveAt}>{words.leave}</Anchor>
        </Quiet>
      )}
    </Section>
  );
}
