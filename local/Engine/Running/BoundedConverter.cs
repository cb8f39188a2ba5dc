using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Writes no payload that no store could keep.</summary>
internal sealed class BoundedConverter(DataConverter inner) : DataConverter
{
    public override string? Serialize(object? value) => Bounds.Payload(inner.Serialize(value));

    public override object? Deserialize(string? data, Type targetType) =>
        inner.Deserialize(data, targetType);
}
