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

import { useApi } from '@backstage/core-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { Alert, Button, Flex } from '@backstage/ui';
import {
  RepositoryRole,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { useState } from 'react';
import { useWords } from '../state';

/** Lets a person sign in to the forges where the portal's own token may not be used. */
export function UserTokens(props: {
  readonly target: TargetSummary;
  readonly roles: readonly RepositoryRole[];
}) {
  const { target, roles } = props;
  const t = useWords();
  const scmAuth = useApi(scmAuthApiRef);
  const { setSecrets } = useTemplateSecrets();
  const [error, setError] = useState<Error>();
  const signIn = async (role: RepositoryRole) => {
    const { host, owner, repo } = target[role];
    setError(undefined);
    try {
      const { token } = await scmAuth.getCredentials({
        url: `https://${host}/${owner}/${repo}`,
        additionalScope: { repoWrite: true },
      });
      setSecrets({ [`${role}Token`]: token });
    } catch (failure) {
      setError(failure as Error);
    }
  };
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="info"
        icon
        title={t('tokens.title')}
        description={t('tokens.description', {
          hosts: roles.map(role => target[role].host).join(', '),
        })}
        customActions={roles.map(role => (
          <Button key={role} size="small" onPress={() => signIn(role)}>
            {t('tokens.signIn', { host: target[role].host })}
          </Button>
        ))}
      />
      {error && (
        <Alert
          status="danger"
          icon
          title={t('tokens.failed', { error: error.message })}
        />
      )}
    </Flex>
  );
}
