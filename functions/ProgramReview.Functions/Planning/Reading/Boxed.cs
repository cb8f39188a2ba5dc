namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Lets a value type pass where a missing value is null.</summary>
internal sealed record Boxed<T>(T Value)
    where T : struct;

/// <summary>Makes <see cref="Boxed{T}"/>.</summary>
internal static class Boxed
{
    public static Boxed<T>? Of<T>(T? value)
        where T : struct => value is { } known ? new Boxed<T>(known) : null;
}
