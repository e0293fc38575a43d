package dev.lightfoot.web;

/**
 * A text for programs and how it is to be read.
 *
 * @param status of the answer
 */
public record PlainText(int status, String contentType, String body) {}
