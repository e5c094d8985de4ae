/** Lines of a file or of a difference, without their frames: what they say does not happen. */
export const CODE =
  /^(?:[+-]? ?\d+(?:, ?\d+)? ?(?:→|[:|+-](?: |$))|[+-]\s|@@)|[;{}]$|=>|\(\);?$|^(?:import|const|let|return|def|func|fn|class|if|for|throw|catch)\b.*[({:;=]/u;
