/** Zone of what is done once for all outlets: the ledger, the letter, the age of the data. */
export const operatorTimeZone = 'Asia/Ho_Chi_Minh';
