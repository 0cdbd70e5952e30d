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

import { ConnectionDescription } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { CommandLine } from './CommandLine';
import { Facts } from './Facts';

/** How an app and a person reach it: names and commands, never a value. */
export function ConnectPanel(props: {
  readonly connection: ConnectionDescription;
}) {
  const { commands, database, host, port, secret, secretKeys } =
    props.connection;
  const t = useWords();
  return (
    <>
      <Facts
        facts={[
          { name: t('connect.host'), value: host },
          { name: t('connect.port'), value: port },
          { name: t('connect.database'), value: database },
          { name: t('connect.secret'), value: secret },
          { name: t('connect.secretKeys'), value: secretKeys?.join(', ') },
        ]}
      />
      <p>{t('connect.namesOnly')}</p>
      {commands.map(command => (
        <CommandLine key={command} command={command} />
      ))}
    </>
  );
}
