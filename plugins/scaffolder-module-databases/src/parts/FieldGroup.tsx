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

import { Box, Text } from '@backstage/ui';
import { PropsWithChildren, useId } from 'react';
import styles from './FieldGroup.module.css';

/**
 * A field, or with a title several that belong together under one name that
 * screen readers say. It has its own background, so that inputs are seen on any
 * theme's paper.
 */
export function FieldGroup(
  props: PropsWithChildren<{
    readonly title?: string;
    readonly description?: string;
  }>,
) {
  const { title, description, children } = props;
  const id = useId();
  return (
    <Box bg="neutral" className={styles.group}>
      <div
        role={title && 'group'}
        aria-labelledby={title && `${id}-title`}
        aria-describedby={description && `${id}-description`}
        className={styles.fields}
      >
        {title && (
          <Text as="h3" variant="body-large" weight="bold" id={`${id}-title`}>
            {title}
          </Text>
        )}
        {description && (
          <Text as="p" color="secondary" id={`${id}-description`}>
            {description}
          </Text>
        )}
        {children}
      </div>
    </Box>
  );
}
