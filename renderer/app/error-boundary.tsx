import { Component, type ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';
import { text } from './text.ts';

/** Catches what a screen throws while it renders, so that a bug never leaves a blank window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <Notice
        title={text.app.broken.title}
        message={text.app.broken.advice}
        detail={this.state.message}
        action={{ label: text.app.retry, run: () => this.setState({ message: null }) }}
      />
    );
  }
}
