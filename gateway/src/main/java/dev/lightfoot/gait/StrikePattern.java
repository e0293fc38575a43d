package dev.lightfoot.gait;

/**
 * Foot strike pattern by the foot strike angle at initial contact: rearfoot above 8 deg, midfoot -1.6 to 8 deg, forefoot
 * below -1.6 deg (Altman and Davis 2012, Gait and Posture 35(2):298).
 */
public enum StrikePattern {
    REARFOOT,
    MIDFOOT,
    FOREFOOT
}
