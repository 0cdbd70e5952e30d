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

import { startOf } from '../../credentials/startOf';
import { SecretTaking, SecretUse } from '../../credentials/SecretUse';
import { TracedHop } from '../../credentials/TracedHop';
import { statefulSet, StatefulSetData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, FactView } from '../../observation';
import { isUserVariable, purposeOfVariable } from './passwordVariables';

/** Secrets that are mounted and hold certificates. */
const certificates = /(^|-)(tls|certs?|crt|ca|ssl|pki)(-|$)/;
/** Secrets by whose value the servers trust each other. */
const keys = /jwt/i;
/** Purposes in the order in which people ask for them. */
const purposes: readonly SecretUse['purpose'][] = ['superuser', 'app', 'role'];

type Member = Fact<StatefulSetData>;

interface TakingOptions {
  /** Id of the engine. */
  readonly engine: string;
  /** How its server takes the passwords of its roles. */
  readonly how: SecretTaking['how'];
  readonly facts: FactView;
}

/**
 * The Secrets that the pods of a database take passwords from: named by a
 * variable, as a whole environment, or mounted as files.
 */
export function statefulSetSecretUses(
  members: readonly Member[],
  options: TakingOptions,
): readonly SecretUse[] {
  const uses = members.flatMap(member =>
    namesOf(member).map(name => useOf(member, name, options)),
  );
  return purposes.flatMap(purpose =>
    uses.filter(
      (use, index) =>
        use.purpose === purpose &&
        uses.findIndex(({ name }) => name === use.name) === index,
    ),
  );
}

/** A Secret from which only a user is taken holds no password. */
function namesOf({ data: { secrets, secretKeys } }: Member): readonly string[] {
  const passwords = secretKeys.filter(
    ({ variable }) => !isUserVariable(variable),
  );
  const named = passwords.map(({ secret }) => secret);
  const whole = secrets
    .filter(
      ({ name, reads }) =>
        reads === 'environment' &&
        !secretKeys.some(({ secret }) => secret === name),
    )
    .map(({ name }) => name);
  const mounted = secrets
    .filter(({ name, reads }) => reads === 'volume' && !certificates.test(name))
    .map(({ name }) => name);
  return [...new Set([...named, ...whole, ...mounted])];
}

function useOf(
  member: Member,
  name: string,
  { engine, how, facts }: TakingOptions,
): SecretUse {
  const { namespace = '', data } = member;
  const taken = data.secretKeys.filter(({ secret }) => secret === name);
  const passwords = taken.filter(({ variable }) => !isUserVariable(variable));
  const [first] = passwords;
  const isKey = first ? keys.test(first.variable) : keys.test(name);
  const { purpose, role } = first
    ? purposeOfVariable(first.variable, engine)
    : {
        purpose: isKey ? ('superuser' as const) : ('app' as const),
        role: undefined,
      };
  const object = `${statefulSet.kind} ${namespace}/${member.name}`;
  const startedAt = startOf(member, facts);
  const seen = { kind: statefulSet, place: member.kubernetesCluster };
  return {
    namespace,
    name,
    purpose,
    ...(role && { role }),
    ...(taken.length && { keys: [...new Set(taken.map(({ key }) => key))] }),
    taken: {
      how: isKey ? 'at-start' : how,
      object,
      ...(startedAt && { startedAt }),
    },
    ...chartOf(member, name),
    database: {
      role: 'database',
      title: isKey ? 'Key of the servers' : `Role ${role ?? 'in the database'}`,
      object,
      report: { says: 'declared' },
      seen,
      evidence: [
        evidenceOf(
          statefulSet,
          member,
          first
            ? `spec.template.spec.containers.env[${first.variable}].valueFrom`
            : 'spec.template.spec',
          first ? `${name}, key ${first.key}` : name,
        ),
      ],
    },
  };
}

/**
 * Charts call the Secret that they make as they call everything of a release, and
 * one that is given to them is called otherwise.
 */
function chartOf(
  member: Member,
  secret: string,
): { readonly chart?: TracedHop } {
  const { namespace, data } = member;
  const manager = data.labels['app.kubernetes.io/managed-by'];
  const release = data.labels['app.kubernetes.io/instance'];
  const own = [member.name, data.database?.name, `${data.database?.name}-auth`];
  return manager === 'Helm' && own.includes(secret)
    ? {
        chart: {
          role: 'origin',
          title: 'Helm value',
          object: `Helm release ${namespace}/${release ?? member.name}`,
          report: { says: 'unseen' },
          evidence: [
            evidenceOf(
              statefulSet,
              member,
              'metadata.labels[app.kubernetes.io/managed-by]',
              manager,
            ),
          ],
        },
      }
    : {};
}
