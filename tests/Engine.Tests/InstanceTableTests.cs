using ProgramReview.Local.Engine.Running;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Engine.Tests;

public sealed class InstanceTableTests
{
    private readonly InstanceTable _table = new();

    [Fact]
    public void Children_are_found_by_their_parent_whatever_replaces_or_removes_them()
    {
        Put("a", 3, "parent");
        Put("b", 2, "parent");
        Put("c", 4, "other");
        Assert.Equal(["b", "a"], Children("parent"));

        // A new generation, and a start that has no parent.
        Put("b", 5, "parent");
        Put("a", 6, null);
        Assert.Equal(["b"], Children("parent"));

        Assert.True(_table.Remove("b"));
        Assert.False(_table.Remove("b"));
        Assert.Empty(Children("parent"));
        Assert.Equal(["c"], Children("other"));
    }

    private IEnumerable<string> Children(string parent) =>
        _table.ChildrenOf(parent).Select(child => child.Id);

    private void Put(string id, long execution, string? parent) =>
        _table.Put(
            new(
                new InstanceRow(id, execution, "Any", Rig.Start)
                {
                    Parent = parent is null ? null : new(parent, "Any", 1, 0),
                }
            )
        );
}
