/** The notice that must be shown beside live quotes. @param minutes how late the provider's quotes are */
export const delayNotice = (minutes: number): string =>
  minutes > 0
    ? `Quotes delayed at least ${minutes} minutes.`
    : 'Quotes are real-time unless marked otherwise.';
