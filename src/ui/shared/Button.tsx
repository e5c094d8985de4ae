import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'raised' | 'plain' | 'primary';
  /** Shown on the button in a small key, not part of its name. */
  readonly keyHint?: string | undefined;
  readonly children: ReactNode;
}

export function Button({ look = 'raised', keyHint, children, className, ...rest }: ButtonProps) {
  const classes = [styles.button, look !== 'raised' && styles[look], className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest}>
      {children}
      {keyHint && (
        <span className={styles.key} aria-hidden="true">
          {keyHint}
        </span>
      )}
    </button>
  );
}
