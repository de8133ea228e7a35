using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Hosting.Database;

public static class UnitPathColumn
{
    /// <summary>A unit path column: collation C, so that a subtree is a range of an ordinary index.</summary>
    public static PropertyBuilder<string> IsUnitPath(this PropertyBuilder<string> property) => property.HasMaxLength(600).UseCollation("C");
}
