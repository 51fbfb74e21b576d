import { useMutation, useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { MailWay } from '../gql/graphql.ts';
import { type Outcome, settle } from '../outcome.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Button, InlineStack, Link, SkeletonBodyText, Text, TextField } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const MailSenderQuery = graphql(/* GraphQL */ `
  query MailSender {
    mailSender {
      way
      name
      address
    }
  }
`);

const TestMailSend = graphql(/* GraphQL */ `
  mutation TestMailSend($to: String!) {
    testMailSend(to: $to) {
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.mailSender;

/** From whom mails come, which way they take, and whether they arrive. */
export function MailSender() {
  const { data, error, refetch } = useQuery(MailSenderQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <TopicCard title={words.title} help={words.help}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {!data && !error && <SkeletonBodyText lines={4} />}
      {data && <Sender {...data.mailSender} />}
    </TopicCard>
  );
}

interface SenderProps {
  way: MailWay;
  name: string;
  address?: string | null;
}

function Sender({ way, name, address }: SenderProps) {
  return (
    <>
      <dl className="facts">
        <dt>{words.from}</dt>
        <dd>
          {name} {`<${address ?? words.noAddress}>`}
          <span className="quiet">{words.nameNote}</span>
        </dd>
      </dl>
      <Text as="p">
        {words.way[way]}{' '}
        {way === 'MAILBOX' && (
          <Link url="/demo/mailbox" external>
            {words.mailbox}
          </Link>
        )}
      </Text>
      {way !== 'NONE' && <TestMail way={way} />}
    </>
  );
}

function TestMail({ way }: { way: MailWay }) {
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState<string>();
  const [run, { loading }] = useMutation(TestMailSend);
  const showToast = useToast();

  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (loading) return;
    if (to.trim() === '') return setProblem(words.missing);
    const outcome: Outcome<unknown> = await settle(async () => (await run({ variables: { to } })).data?.testMailSend);
    setProblem(refusalOf(outcome));
    if (outcome.kind === 'done') showToast({ content: way === 'SMTP' ? words.sent(to.trim()) : words.kept });
  };
  const type = (value: string): void => {
    setTo(value);
    setProblem(undefined);
  };
  return (
    <form onSubmit={send} noValidate>
      <TextField
        type="email"
        label={words.testTo}
        value={to}
        onChange={type}
        helpText={words.testHelp}
        autoComplete="email"
        {...(problem && { error: problem })}
      />
      <div className="below-field">
        <InlineStack>
          <Button submit loading={loading}>
            {words.send}
          </Button>
        </InlineStack>
      </div>
    </form>
  );
}
