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

import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { Button } from '@backstage/ui';
import { useSyncExternalStore } from 'react';
import { kubernetesTokensApiRef } from '../api';
import { reasonOf } from '../reading';
import { useWords } from '../words';
import styles from './KubernetesSignIn.module.css';

/**
 * Offers to sign in to a Kubernetes cluster that is read with the reader's own
 * token. The pages of the Kubernetes plugin know how; a portal need not have
 * them.
 */
export function KubernetesSignIn(props: {
  readonly kubernetesCluster: string;
  /** As the API writes it: `google`, `oidc-okta`. */
  readonly provider: string;
}) {
  const { kubernetesCluster, provider } = props;
  const t = useWords();
  const providers = useApiHolder().get(kubernetesAuthProvidersApiRef);
  const tokens = useApi(kubernetesTokensApiRef);
  useSyncExternalStore(tokens.subscribe, tokens.states);
  const state = tokens.stateOf(provider);
  if (!providers) {
    return <span>{t('signIn.unavailable')}</span>;
  }
  return (
    <div className={styles.signIn}>
      {state.status === 'refused' && (
        <span role="alert">
          {t('signIn.refused', { error: reasonOf(state.error) })}
        </span>
      )}
      <Button
        size="small"
        variant="secondary"
        isPending={state.status === 'signing-in'}
        onPress={() =>
          tokens.signIn(provider, () =>
            // The Kubernetes plugin calls one `oidc.okta`.
            providers.getCredentials(provider.replace(/^oidc-/, 'oidc.')),
          )
        }
      >
        {t('signIn.button', { cluster: kubernetesCluster })}
      </Button>
    </div>
  );
}
