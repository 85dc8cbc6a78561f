/** The version of this program: written into files it makes, and told by `/health`. */
export const programVersion = '0.1.0';
