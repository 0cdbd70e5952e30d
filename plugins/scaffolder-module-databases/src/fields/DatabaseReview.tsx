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
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { Alert } from '@backstage/ui';
import {
  requestFromParameters,
  TargetSummary,
} from '@basewell/plugin-databases-common';
import { useEffect, useState } from 'react';
import { databaseFormApiRef, DatabasePreviews } from '../api';
import {
  FieldGroup,
  PlanView,
  PreviewStatus,
  TargetBoundary,
  UserTokens,
} from '../parts';
import {
  asksForBackups,
  DatabaseFieldProps,
  parametersOf,
  usePreview,
  useWords,
} from '../state';

/**
 * Both pull requests before anything is written. What the person agrees to is
 * the digest of the preview that they see; it is taken away when it is old.
 */
export function DatabaseReview(props: DatabaseFieldProps<'review'>) {
  const t = useWords();
  return (
    <FieldGroup title={t('review.title')}>
      <TargetBoundary parameters={parametersOf(props)}>
        {target => <Review {...props} target={target} />}
      </TargetBoundary>
    </FieldGroup>
  );
}

function Review(
  props: DatabaseFieldProps<'review'> & { readonly target: TargetSummary },
) {
  const { formData, onChange, target } = props;
  const t = useWords();
  const { previews } = useApi(databaseFormApiRef);
  const { secrets } = useTemplateSecrets();
  const state = usePreview();

  const parameters = parametersOf(props);
  const key = DatabasePreviews.keyOf(requestFromParameters(parameters));
  const roles = (['platform', 'app'] as const).filter(
    role =>
      target.userTokenHosts.includes(target[role].host) &&
      !secrets[`${role}Token`],
  );
  const signedIn = roles.length === 0;
  const { platformToken, appToken } = secrets;
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (signedIn) {
      const request = JSON.parse(key);
      const tokens = definedTokens(platformToken, appToken);
      // Whoever comes back, or starts over, looks at repositories that may have moved.
      previews.ask({ request, tokens }, opened ? undefined : 'stale');
      setOpened(true);
    }
  }, [previews, key, opened, signedIn, platformToken, appToken]);

  const keysMissing =
    target.backup.credentialsNeeded &&
    asksForBackups(parameters.environments ?? [], target) &&
    !(secrets.backupAccessKeyId && secrets.backupSecretAccessKey);
  const fresh = opened && state.status === 'ready' && state.key === key;
  const agreed =
    fresh && !keysMissing && !state.last.blockers.length
      ? state.last.digest
      : undefined;
  const production = target.environments.some(
    environment =>
      environment.production &&
      parameters.environments?.some(({ name }) => name === environment.name),
  );
  useEffect(() => {
    if (formData?.digest !== agreed || formData?.production !== production) {
      onChange({ ...(agreed && { digest: agreed }), production });
    }
  }, [formData, agreed, production, onChange]);

  if (!signedIn) {
    return <UserTokens target={target} roles={roles} />;
  }
  return (
    <>
      {keysMissing && (
        <Alert status="danger" icon title={t('credentials.missing')} />
      )}
      <PreviewStatus state={state} retry={() => previews.retry()} />
      {state.status !== 'idle' && state.last && (
        <PlanView preview={state.last} />
      )}
    </>
  );
}

function definedTokens(platform?: string, app?: string) {
  return platform || app
    ? { ...(platform && { platform }), ...(app && { app }) }
    : undefined;
}
