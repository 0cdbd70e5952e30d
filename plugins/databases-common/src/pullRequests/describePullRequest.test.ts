/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import fc from 'fast-check';
import { Plan, PlannedSecret, RepositoryRole } from '../model';
import { policyRules, standardSubject } from '../policy';
import { describePullRequest } from './describePullRequest';
import { PullRequestFacts } from './PullRequestText';
import { parseRequestBlock } from './requestBlock';

const standard = standardSubject().plan;
const plan: Plan = {
  ...standard,
  rules: policyRules.map(({ id }) => id),
  findings: [
    {
      rule: 'separate-credentials',
      severity: 'error',
      message: 'separateCredentials.shared',
      params: {},
      summary: 'dev, prod would share the password in databases/x.',
      remedy: 'Give each its own.',
      evidence: [],
      waiver: { reason: 'Dev is refreshed from prod.', until: '2027-01-31' },
    },
  ],
  notes: [
    { repository: 'platform', kind: 'todo', text: 'Widen the AppProject.' },
    { repository: 'platform', kind: 'info', text: 'The root was not found.' },
    { repository: 'app', kind: 'todo', text: 'Write the image layer.' },
  ],
};

const facts: PullRequestFacts = {
  requester: 'user:default/ada',
  reviewers: ['@grace', '@shop/platform'],
  peer: { url: 'https://git.example.test/shop/other/pulls/7' },
  block: { requestDigest: 'abc', files: { 'a.yaml': 'def' } },
};

const roles: readonly RepositoryRole[] = ['platform', 'app'];

/** Fragments that mean something to Markdown, HTML, forges or our own block. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['\n', '\r\n', '\u2028', '\n\n# ', '\n- ', '\n```\n', '`', '``'],
        ...['<!-- basewell:request {"version":1} -->', '<!--', '-->', '<b>'],
        ...['[x](javascript:alert(1))', '![](x)', '@all', '#1', '| a | b |'],
        ...['&lt;', '\\', '*', '_', '~~', '$$', '\u202E', '\u0000', '1. '],
        ...['\n---\n', '\n===\n', '\nSigned-off-by: root', 'x', ' '],
      ),
      fc.string({ unit: 'grapheme', maxLength: 10 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map(parts => parts.join(''));

function withReason(reason: string): Plan {
  const { request } = plan;
  return {
    ...plan,
    request: { ...request, spec: { ...request.spec, reason } },
  };
}

describe.each(roles)('the pull request of the %s repository', role => {
  const { title, body, draft } = describePullRequest(plan, role, facts);

  it.each([
    { what: 'who asked', says: '`user:default/ada`' },
    { what: 'why', says: '> Orders move out of the monolith.' },
    { what: 'the service', says: '`component:default/shop`' },
    { what: 'the owner', says: 'owned by `group:default/team-shop`' },
    { what: 'the reviewers', says: '`@grace`, `@shop/platform`' },
    { what: 'a row for dev', says: '| dev | `shop-dev-cnpg` (PostgreSQL 17)' },
    { what: 'the namespace', says: '| `databases` |' },
    { what: 'the size', says: 'small: 250m CPU, 512Mi memory, 5Gi storage' },
    { what: 'the instances and no backup of dev', says: '| 1 | none |' },
    {
      what: 'the instances and the backup of prod',
      says: '| 2 | `0 0 2 * * *`, kept 30d, in `s3://backups/shop` |',
    },
    { what: 'the linked pull request', says: '/shop/other/pulls/7' },
    { what: 'a rule that passed', says: '`pinned-image`' },
    {
      what: 'a rule that is waived, until when and why',
      says: '⚠ **waived** until 2027-01-31: `separate-credentials`: dev, prod would share the password in databases/x. Reason: Dev is refreshed from prod.',
    },
    { what: 'what to do before the merge', says: '### Before the merge' },
    { what: 'what to look at after the merge', says: '### After the merge' },
    { what: 'how to go back', says: '### Rollback' },
    { what: 'the block', says: '<!-- basewell:request {' },
  ])('says $what', ({ says }) => {
    expect(body).toContain(says);
  });

  it('names every file of its repository with its purpose, and no other', () => {
    for (const { repository, path, purpose } of plan.files) {
      const row = `| create | \`${path}\` | ${purpose} |`;
      expect(body.includes(row)).toBe(repository === role);
    }
  });

  it('has a title that names app, product and environments', () => {
    expect(title).toBe('feat(db): shop PostgreSQL for dev, prod');
    expect(draft).toBe(role === 'app');
  });

  it('has a block that is read back', () => {
    expect(parseRequestBlock(body)).toEqual({
      version: 1,
      app: 'shop',
      target: 'synestra',
      requester: 'user:default/ada',
      environments: ['dev', 'prod'],
      service: 'component:default/shop',
      databases: ['dev', 'prod'].map(environment => ({
        environment,
        namespace: 'databases',
        cluster: plan.databases.find(one => one.environment === environment)!
          .names.cluster,
      })),
      requestDigest: 'abc',
      files: { 'a.yaml': 'def' },
    });
  });

  it.each([
    { reason: 'nothing changes on the other side', peer: false, alone: true },
    { reason: 'the other one was merged before', peer: true, alone: undefined },
  ])('says whether it is alone: $reason', ({ peer, alone }) => {
    const files = plan.files.filter(({ repository }) => repository === role);
    const text = describePullRequest({ ...plan, files }, role, {
      ...facts,
      peer: peer ? { url: 'https://forge.example.test/2' } : undefined,
    }).body;
    expect(parseRequestBlock(text)?.alone).toBe(alone);
  });

  it('has no block where nothing is published', () => {
    const { block: _, ...preview } = facts;
    const text = describePullRequest(plan, role, preview).body;
    expect(parseRequestBlock(text)).toBeUndefined();
    expect(text).not.toContain('<!--');
  });

  it('keeps its structure whatever a person types', () => {
    const lines = describePullRequest(
      withReason('REASON'),
      role,
      facts,
    ).body.split('\n');
    fc.assert(
      fc.property(hostileText, reason => {
        fc.pre(reason.trim() !== '');
        const text = describePullRequest(withReason(reason), role, facts).body;
        const other = text.split('\n');
        expect(other).toHaveLength(lines.length);
        const changed = other.filter((line, index) => line !== lines[index]);
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const line of changed) {
          expect(inert(line.replace(/^> /, ''))).toBe(true);
        }
        expect(parseRequestBlock(text)).toEqual(
          parseRequestBlock(lines.join('\n')),
        );
      }),
    );
  });

  it('keeps its structure whatever a name or a waiver holds', () => {
    const count = body.split('\n').length;
    fc.assert(
      fc.property(hostileText, hostileText, (name, reason) => {
        const [finding] = plan.findings;
        const text = describePullRequest(
          {
            ...plan,
            request: { ...plan.request, metadata: { name } },
            findings: [{ ...finding, waiver: { reason } }],
          },
          role,
          { ...facts, requester: name, reviewers: [name] },
        ).body;
        expect(text.split('\n')).toHaveLength(count);
        expect(parseRequestBlock(text)).toMatchObject({
          app: name,
          requester: name,
          requestDigest: 'abc',
        });
      }),
    );
  });
});

describe('the two pull requests', () => {
  const body = (role: RepositoryRole, of: Plan = plan) =>
    describePullRequest(of, role, facts).body;

  it('say where the values have been, and for whom they are encrypted', () => {
    expect(body('platform')).toContain(
      'The values were generated in memory and encrypted at once. They are nowhere in clear',
    );
    expect(body('platform')).toContain(
      'Encrypted for `age1example`: `secrets/',
    );
    expect(body('app')).toContain('No credential is in this repository');
  });

  it('say when some values were given', () => {
    const files = plan.files.map(file =>
      file.kind === 'secret' ? giving(file) : file,
    );
    expect(body('platform', { ...plan, files })).toContain(
      'generated in memory, or given with the request, and encrypted',
    );
  });

  it('give the order from both sides', () => {
    expect(body('platform')).toMatch(
      /1\. \*\*This pull request\*\*\n2\. .* are up\n3\. The app's pull request: https/,
    );
    expect(body('app')).toMatch(
      /1\. The platform's pull request: https.*\n2\. .* are up\n3\. \*\*This pull request\*\*/,
    );
  });

  it('say that the other could not be opened', () => {
    const missing: PullRequestFacts = { ...facts, peer: 'missing' };
    expect(describePullRequest(plan, 'platform', missing).body).toMatch(
      /3\. The app's pull request, which is \*\*missing\*\*: it could not be opened/,
    );
  });

  it('say it when there is only one', () => {
    const files = plan.files.filter(({ repository }) => repository !== 'app');
    const { peer: _, ...alone } = facts;
    expect(
      describePullRequest({ ...plan, files }, 'platform', alone).body,
    ).toContain('This is the only pull request');
  });

  it('tell each side only its own notes', () => {
    expect(body('platform')).toContain('- [ ] Widen the AppProject.');
    expect(body('platform')).toContain('- The root was not found.');
    expect(body('platform')).not.toContain('image layer');
    expect(body('app')).toContain('- [ ] Write the image layer.');
    expect(body('app')).not.toContain('AppProject');
  });

  it('roll back without dropping data', () => {
    expect(body('platform')).toContain('does **not** drop data');
    expect(body('platform')).toContain('Prune=false,Delete=false');
  });

  it('name only the environments that still change', () => {
    const files = plan.files.map(file =>
      file.environment === 'dev' ? { ...file, change: 'none' as const } : file,
    );
    expect(describePullRequest({ ...plan, files }, 'app', facts).title).toBe(
      'feat(db): shop PostgreSQL for prod',
    );
  });
});

function giving(file: PlannedSecret): PlannedSecret {
  const values = { key: { from: 'provided', name: 'key' } } as const;
  return { ...file, secret: { ...file.secret, values } };
}

/** Whether nothing in a line can be read as Markdown or HTML. */
function inert(line: string): boolean {
  const plain = line
    .replace(/\\[\\`*_[\]#|~!$+.)-]/g, 'x')
    .replace(/&(amp|lt|gt|#64);/g, 'x');
  return !/[\\`*_[\]#|~!$<>@&\p{Cc}]|^(\d+[.)]|[-+] )/u.test(plain);
}

describe('the pull request with SealedSecrets', () => {
  it('claims its certificate only for what was sealed with it', () => {
    const files = plan.files.map(file =>
      file.kind === 'secret'
        ? {
            ...file,
            encryption: {
              state: 'sealed',
              certificate: '',
              from: 'pub-cert.pem',
              scope: 'strict',
              key: 'rsa',
              notAfter: '2036-01-01T00:00:00.000Z',
              fingerprint: 'AB:CD',
            } as const,
          }
        : file,
    );
    const { body } = describePullRequest({ ...plan, files }, 'platform', facts);
    expect(body).toContain(
      'Sealed with the certificate in `pub-cert.pem` (SHA-256 `AB:CD`), or by an earlier run with the certificate of that time, and readable only by the controller that has the key: `',
    );
  });
});
