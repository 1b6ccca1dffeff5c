package org.onym;

/** A failure that the library reports. */
public final class OnymException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One of {@link Constants.Status}; expect new ones. */
  private final int status;

  OnymException(int status, String message) {
    super(Library.onym_status_name(status).getString(0) + ": " + message);
    this.status = status;
  }

  /** Returns one of {@link Constants.Status}; expect new ones. */
  public int status() {
    return status;
  }
}
