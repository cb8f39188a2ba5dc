namespace ProgramReview.Functions.Mail;

/// <summary>A mail's words, ready to be sent.</summary>
/// <param name="Subject">The subject: what, and by when.</param>
/// <param name="Text">The plain-text body.</param>
/// <param name="Html">The HTML body.</param>
public sealed record RenderedMail(string Subject, string Text, string Html);
