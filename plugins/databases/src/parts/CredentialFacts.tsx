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

import { CredentialsDescription } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { CredentialChainItem } from './CredentialChainItem';
import styles from './CredentialFacts.module.css';

/** Where the passwords come from: one chain per Secret, the deciding one first. */
export function CredentialFacts(props: {
  /** Id of the database. */
  readonly database: string;
  readonly credentials: CredentialsDescription;
}) {
  const { database, credentials } = props;
  const t = useWords();
  return (
    <ul className={styles.chains} aria-label={t('credential.chains')}>
      {credentials.chains.map((chain, index) => (
        <CredentialChainItem
          key={chain.id}
          anchor={`${database}/chain/${chain.id}`}
          chain={chain}
          open={index === 0 || chain.state !== 'in-sync'}
        />
      ))}
    </ul>
  );
}
