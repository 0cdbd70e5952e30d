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

import { Alert, Button } from '@backstage/ui';
import { useWords } from '../state';

/** Says what failed, why, and lets a person try again. */
export function Failure(props: {
  readonly title: string;
  readonly error: Error;
  readonly retry?: () => void;
}) {
  const { title, error, retry } = props;
  const t = useWords();
  return (
    <Alert
      status="danger"
      icon
      title={title}
      description={reasonOf(error)}
      customActions={
        retry && (
          <Button size="small" variant="secondary" onPress={retry}>
            {t('review.retry')}
          </Button>
        )
      }
    />
  );
}

/** A server's answer carries its own words below the status line. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error || hasMessage(cause)
    ? cause.message
    : error.message;
}

function hasMessage(value: unknown): value is { readonly message: string } {
  return typeof (value as { message?: unknown } | null)?.message === 'string';
}
