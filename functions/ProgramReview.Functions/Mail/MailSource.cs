using ProgramReview.Core.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>What whoever asks for a mail has read already, so that nothing is read again to draw it and to put it on record.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Stream">The stream of the assignment that the mail is about.</param>
public sealed record MailSource(RunningCycle Cycle, EventStream Stream);
