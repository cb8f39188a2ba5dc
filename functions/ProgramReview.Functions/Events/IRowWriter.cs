using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Keeps an assignment's row of the index beside its stream; told of every stream that was written.</summary>
public interface IRowWriter
{
    /// <summary>Draws the row from the stream and puts it into the index; may be repeated at will.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="stream">Its stream as it is now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task WriteAsync(
        AssignmentId assignment,
        EventStream stream,
        CancellationToken cancellation = default
    );
}
