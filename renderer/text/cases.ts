/** The words of 案卷. */
export const casesText = {
  title: '案卷',
};
