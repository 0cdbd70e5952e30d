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

import { AssessmentSubject } from '../../assessment';
import { EngineCredentials } from '../../credentials/EngineCredentials';
import { SecretTaking } from '../../credentials/SecretUse';
import {
  isCredsPath,
  pod,
  statefulSet,
  StatefulSetData,
  vaultMentions,
} from '../../kinds';
import { Fact } from '../../model';
import { credentialLiteral } from './rules/credentialLiteral';
import { credentialSeen } from './rules/credentialSeen';
import { statefulSetSecretUses } from './statefulSetSecretUses';

/**
 * The pods of a StatefulSet name the Secrets that they read, and nobody tells
 * whether the database has taken the value.
 *
 * @param engine - id of the engine
 * @param how - how its server takes the passwords of its roles
 */
export function statefulSetCredentials(
  engine: string,
  how: SecretTaking['how'],
): EngineCredentials {
  const membersOf = ({ facts, database }: AssessmentSubject) =>
    facts
      .of(statefulSet, `${database.namespace}/${database.name}`)
      .filter(
        ({ data }) =>
          data.database?.engine === engine &&
          data.database.name === database.name,
      );
  return {
    observes: [statefulSet, pod],
    rules: [credentialLiteral(membersOf), credentialSeen(membersOf)],
    read(subject) {
      const members = membersOf(subject);
      const createdAt = madeAt(members);
      const mentions = members.flatMap(({ data }) =>
        vaultMentions(data.annotations.vaultPath),
      );
      const [vaultPath] = mentions.filter(path => !isCredsPath(path));
      const [first, ...others] = statefulSetSecretUses(members, {
        engine,
        how,
        facts: subject.facts,
      });
      return members.length
        ? {
            uses: first
              ? [{ ...first, ...(vaultPath && { vaultPath }) }, ...others]
              : [],
            leases: mentions.filter(isCredsPath),
            runtimeSecrets: members.flatMap(
              ({ data }) => data.annotations.runtimeSecrets?.split(',') ?? [],
            ),
            ...(createdAt && { createdAt }),
          }
        : undefined;
    },
  };
}

/** The StatefulSets of a database. */
export type MembersOf = (
  subject: AssessmentSubject,
) => readonly Fact<StatefulSetData>[];

/** When the first of them was made: RFC 3339. */
function madeAt(members: readonly Fact<StatefulSetData>[]): string | undefined {
  return members.flatMap(({ createdAt }) => createdAt ?? []).sort()[0];
}
